/** The name of a request, and with it the types of what is asked and answered. */
export type RequestName<Params, Result> = string & { readonly types?: (params: Params) => Result };

/** The name of a notification, and with it the type of what is told. */
export type NotificationName<Params> = string & { readonly types?: (params: Params) => void };
