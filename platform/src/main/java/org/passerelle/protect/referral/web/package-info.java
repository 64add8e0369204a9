/** The pages of referrals, sent and received. */
@NullMarked
package org.passerelle.protect.referral.web;

import org.jspecify.annotations.NullMarked;
