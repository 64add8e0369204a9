/**
 * A request to another organisation for a service: delivered once and answered, with its status
 * visible to the sender.
 */
@NamedInterface("referral")
@NullMarked
package org.passerelle.protect.sharing.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
