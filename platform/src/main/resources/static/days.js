/* A browser shows and reads days in the order of its own language, which may not be that of the page: 03.04. is 4 March for one and 3 April for
   another. So a chosen day is said back in words, and what is half typed is refused in the language of the page. */
(() => {
  const page = document.documentElement.lang;
  // the English of these pages is that of Europe: 3 April, not April 3
  const language = page === 'en' ? 'en-GB' : page;
  const DAYS = 'input[type="date"], input[type="datetime-local"]';
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  const words = new Intl.DateTimeFormat(language, day);
  const withHour = new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

  const say = field => {
    let said = field.nextElementSibling;
    if (!said?.matches('output.day-said')) {
      said = document.createElement('output');
      said.className = 'day-said small soft';
      field.after(said);
    }
    // without a zone both are moments of this browser, so that the day is the one that was typed
    const at = field.value && new Date(field.type === 'date' ? `${field.value}T12:00` : field.value);
    // a year that is being typed begins with 2, 20 and 202
    said.textContent = !at || isNaN(at) || at.getFullYear() < 1000 ? '' : (field.type === 'date' ? words : withHour).format(at);
  };

  document.addEventListener('input', event => {
    if (!event.target.matches(DAYS)) return;
    event.target.setCustomValidity('');
    say(event.target);
  });
  // deleting what was half typed changes no value, and fires no input
  for (const change of ['keyup', 'focusout']) document.addEventListener(change, event => { if (event.target.matches(DAYS)) event.target.setCustomValidity(''); });
  document.addEventListener('invalid', event => {
    if (event.target.matches(DAYS)) event.target.setCustomValidity(event.target.validity.badInput ? document.body.dataset.dayHalf ?? '' : '');
  }, true);
})();
