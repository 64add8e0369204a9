/**
 * Work without a network: phones of colleagues, the keys to which they seal, and what they hand in.
 * A phone cannot open again what it has sealed; everything is checked and computed anew here.
 */
@NamedInterface("phone")
@NullMarked
package org.passerelle.protect.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
