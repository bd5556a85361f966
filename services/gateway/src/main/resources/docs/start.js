// The page asks only this gateway: validatorUrl would otherwise send the API's description to a site elsewhere.
SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  // with a session, calls that change something say that they come from our own page
  requestInterceptor: (request) => {
    request.headers['X-Requested-With'] = 'docs';
    return request;
  },
});
