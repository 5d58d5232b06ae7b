/** The pages' whole style. States are told by signs and words; colour only repeats them. */
export const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
main { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
small { font-weight: normal; opacity: .75; }
.total { font-size: 1.25rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid #8888; padding: .35rem .6rem; text-align: left; vertical-align: top; }
.points { white-space: nowrap; text-align: right; }
.reason { border-left: .3rem solid #b45309; padding: .3rem .3rem .3rem 1.6rem; }
p.reason { padding-left: .6rem; }
ul.test { margin: .2rem 0 0; padding-left: 1.2rem; }
`;
