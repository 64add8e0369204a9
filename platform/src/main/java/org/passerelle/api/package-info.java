/**
 * The programming interface: a REST API under {@code /api/v1} with the same rules as the pages, and
 * webhooks that notify an organisation's own systems of events.
 */
@NullMarked
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
