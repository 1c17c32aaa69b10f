import { main } from '/work/main/.build/src/cli/main.js';
import { Readable, Writable } from 'node:stream'; import fs from 'node:fs';
const code=await main(['check',...process.argv.slice(2)],{tool:{name:'mqtt-doctor',version:'0',runtime:'x'},stdin:Readable.from([]),stdout:process.stdout,stderr:process.stderr,env:{NO_COLOR:'1'},readFile:p=>fs.createReadStream(p),onInterrupt:()=>{}}); console.log('exit',code); process.exit()
