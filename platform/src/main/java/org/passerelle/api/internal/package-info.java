/** Delivery of webhooks. */
@NullMarked
package org.passerelle.api.internal;

import org.jspecify.annotations.NullMarked;
