/**
 * Work without a network: phones of colleagues, keys to which they encrypt, and records that they
 * deliver. A phone cannot decrypt what it has encrypted; everything is verified and recomputed
 * here.
 */
@NamedInterface("phone")
@NullMarked
package org.passerelle.protect.casework.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
