/**
 * Who is on duty, so that a referral at night reaches somebody; and whom to call where nobody
 * answers.
 */
@NamedInterface("duty")
@NullMarked
package org.passerelle.protect.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
