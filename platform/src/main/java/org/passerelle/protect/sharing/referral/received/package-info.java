/** Referrals at the recipient: read, accepted, declined, made a case. */
@NamedInterface("referral-received")
@NullMarked
package org.passerelle.protect.sharing.referral.received;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
