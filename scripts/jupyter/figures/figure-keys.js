// Runs in the browser, in JupyterLab and in an exported page: plotly draws its sliders and buttons for the mouse
// alone; here they also answer the keyboard and tell a screen reader what they are.
(() => {
  const sliders = '.js-plotly-plot .slider-group';
  const buttons = '.js-plotly-plot .updatemenu-button';
  const moves = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 5,
    PageDown: -5,
  };

  /** What plotly knows of a slider: d3 leaves it on the element. */
  const optionsOf = (slider) => slider.__data__;
  const stepsOf = (slider) => optionsOf(slider)._visibleSteps ?? optionsOf(slider).steps;

  function say(slider) {
    const { active, currentvalue } = optionsOf(slider);
    const steps = stepsOf(slider);
    const now = steps.indexOf(optionsOf(slider).steps[active]);
    const said = {
      tabindex: '0',
      role: 'slider',
      'aria-label': currentvalue?.prefix ?? '',
      'aria-valuemin': '1',
      'aria-valuemax': String(steps.length),
      'aria-valuenow': String(now + 1),
      'aria-valuetext': steps[now]?.label ?? '',
    };
    for (const [name, value] of Object.entries(said)) slider.setAttribute(name, value);
  }

  function sayAll() {
    document.querySelectorAll(`${sliders}:not([tabindex])`).forEach(say);
    for (const button of document.querySelectorAll(`${buttons}:not([tabindex])`)) {
      button.setAttribute('tabindex', '0');
      button.setAttribute('role', 'button');
    }
  }

  /** As the mouse would: plotly listens to nothing else. */
  function press(slider, step) {
    const figure = slider.closest('.js-plotly-plot');
    const place = [...figure.querySelectorAll('.slider-group')].indexOf(slider);
    const tick = slider.querySelectorAll('.slider-tick-rect')[step].getBoundingClientRect();
    const rail = slider.querySelector('.slider-rail-touch-rect');
    const { top, height } = rail.getBoundingClientRect();
    const at = { clientX: tick.left + tick.width / 2, clientY: top + height / 2, cancelable: true };
    rail.dispatchEvent(new MouseEvent('mousedown', at));
    figure.dispatchEvent(new MouseEvent('mouseup', at));
    const drawn = figure.querySelectorAll('.slider-group')[place];
    say(drawn);
    if (document.activeElement !== drawn) drawn.focus();
  }

  function onKey(event) {
    const { target, key } = event;
    if (!(target instanceof SVGElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.matches(buttons) && (key === 'Enter' || key === ' ')) {
      target.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    } else if (target.matches(sliders) && (key in moves || key === 'Home' || key === 'End')) {
      say(target);
      const last = stepsOf(target).length - 1;
      const now = Number(target.getAttribute('aria-valuenow')) - 1;
      const wanted = key === 'Home' ? 0 : key === 'End' ? last : now + moves[key];
      press(target, Math.max(0, Math.min(last, wanted)));
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const style = document.createElement('style');
  style.textContent = `${sliders}:focus-visible, ${buttons}:focus-visible { outline: 2px solid #c2185b; }`;
  document.head.append(style);
  // At the window and first of all: JupyterLab takes the arrows for itself at the document.
  window.addEventListener('keydown', onKey, true);
  // A film that is stopped rejects its promise with nothing, and plotly's own buttons do not listen.
  window.addEventListener('unhandledrejection', (event) => {
    if (event.reason === undefined) event.preventDefault();
  });
  let waits = false;
  new MutationObserver(() => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      sayAll();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
