/** Pages of sent and received referrals. */
@NullMarked
package org.passerelle.protect.sharing.referral.web;

import org.jspecify.annotations.NullMarked;
