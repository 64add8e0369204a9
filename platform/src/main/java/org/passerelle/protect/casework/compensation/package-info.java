/**
 * Compensation: claims by route, awards at first instance and on appeal, and payments. National
 * coordinators follow the gap between awarded and paid amounts.
 */
@NamedInterface("compensation")
@NullMarked
package org.passerelle.protect.casework.compensation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
