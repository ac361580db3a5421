// Pages may enforce Trusted Types. Our policy passes strings on: the script's address is fixed at build time and the
// HTML goes into a detached document from which only listed elements are taken (app/view/rich-text).

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const asIs: Policy = { createHTML: (html) => html, createScriptURL: (url) => url };

export function trustPolicy(): Policy {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return asIs;
  try {
    return factory.createPolicy("relevo", asIs);
  } catch {
    return asIs;
  }
}
