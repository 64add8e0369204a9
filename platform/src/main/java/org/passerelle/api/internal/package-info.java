/** How webhooks are delivered. */
@NullMarked
package org.passerelle.api.internal;

import org.jspecify.annotations.NullMarked;
