/**
 * Tells somebody outside the product that something waits, never what: by mail and on their
 * devices, as each wishes, and at no time that they keep for themselves.
 */
@NullMarked
package org.passerelle.notice;

import org.jspecify.annotations.NullMarked;
