/** Handlers of the API, and the pages for tokens and webhooks. */
@NullMarked
package org.passerelle.api.web;

import org.jspecify.annotations.NullMarked;
