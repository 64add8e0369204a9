/**
 * The house for programs: a REST API under {@code /api/v1} with the rules of the pages, and
 * webhooks that tell an organisation's own systems that something happened.
 */
@NullMarked
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
