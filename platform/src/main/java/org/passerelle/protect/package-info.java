/**
 * Identification and protection of victims: screening, cases, consents, referrals, placement,
 * follow-up.
 */
@NullMarked
package org.passerelle.protect;

import org.jspecify.annotations.NullMarked;
