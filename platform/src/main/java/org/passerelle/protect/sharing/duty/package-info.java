/** Duty rota, so that a referral at night reaches somebody, and whom to call if nobody answers. */
@NamedInterface("duty")
@NullMarked
package org.passerelle.protect.sharing.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
