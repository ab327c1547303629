/** The one token that sandboxes accept. Worth nothing elsewhere: Telegram never gave it out. */
export const SANDBOX_TOKEN = '1000000001:sandbox-token-of-this-machine-only'
