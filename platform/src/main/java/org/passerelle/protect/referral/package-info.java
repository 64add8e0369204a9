/**
 * A request to another organisation for a service: it arrives once, is answered, and the sender
 * sees what became of it.
 */
@NamedInterface("referral")
@NullMarked
package org.passerelle.protect.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
