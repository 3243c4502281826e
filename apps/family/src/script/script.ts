import { createHash } from 'node:crypto';

/**
 * What a script adds, and nothing that a page needs. Leaving replaces this page in the history instead of adding one, three
 * presses of Shift leave too (as on many public sites), a page that the browser kept alive is fetched anew when somebody goes
 * back to it, and the page can be read aloud by the device's own voice where there is one for its language. Written for
 * phones of 2014: no arrow functions, no `let`. It makes no request but the one that ends the session.
 */
const SOURCE = `(function(d,w){
var shifts=0,timer;
function leave(form){
  d.documentElement.style.display='none';
  try{w.fetch(form.action,{method:'POST',keepalive:true,redirect:'manual'})}catch(e){}
  w.location.replace(form.getAttribute('data-to'))
}
function ready(){
  var form=d.querySelector('.top form');
  if(!form||!w.fetch||!('keepalive' in new Request('/')))return;
  form.querySelector('button').title=form.getAttribute('data-keys');
  form.addEventListener('submit',function(e){e.preventDefault();leave(form)});
  d.addEventListener('keydown',function(e){
    if(e.repeat)return;
    shifts=e.key==='Shift'?shifts+1:0;
    clearTimeout(timer);
    timer=setTimeout(function(){shifts=0},5000);
    if(shifts===3)leave(form)
  })
}
function aloud(){
  var voices=w.speechSynthesis,nav=d.querySelector('[data-listen]'),main=d.querySelector('main'),button,line;
  if(!voices||!nav)return;
  function voice(){
    var own=d.documentElement.lang,found=null;
    voices.getVoices().forEach(function(v){
      var lang=v.lang.split(/[-_]/)[0];
      if(v.localService&&(lang===own||own==='prs'&&lang==='fa'))found=found||v
    });
    return found
  }
  function stop(){voices.cancel();line=null;button.lastChild.data=nav.getAttribute('data-listen')}
  function offer(){
    if(button||!voice())return;
    button=d.createElement('button');
    button.type='button';
    button.className='l lis';
    button.appendChild(d.createTextNode(nav.getAttribute('data-listen')));
    nav.querySelector('.in').appendChild(button);
    button.addEventListener('click',function(){
      if(line)return stop();
      button.lastChild.data=nav.getAttribute('data-stop');
      line=main.innerText.split(/\\n+/).filter(function(text){return text.trim()});
      var all=line;
      all.forEach(function(text,i){
        var said=new SpeechSynthesisUtterance(text);
        said.voice=voice();
        said.lang=said.voice.lang;
        if(i===all.length-1)said.onend=function(){if(line===all)stop()};
        voices.speak(said)
      })
    })
  }
  offer();
  voices.onvoiceschanged=offer;
  w.addEventListener('pagehide',function(){voices.cancel()})
}
w.addEventListener('pageshow',function(e){if(e.persisted)w.location.reload()});
d.addEventListener('DOMContentLoaded',function(){ready();aloud()})
})(document,window)`;

/** Without the space that is only for us. */
export const SCRIPT = SOURCE.replace(/\n\s*/g, '');
/** What the content policy allows: exactly this script. */
export const SCRIPT_HASH = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`;
