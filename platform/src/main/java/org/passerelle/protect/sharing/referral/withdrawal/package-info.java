/** Withdrawals and what recipients answer to them. */
@NamedInterface("referral-withdrawal")
@NullMarked
package org.passerelle.protect.sharing.referral.withdrawal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
