/**
 * Areas where a child must not be: places of exploitation, homes and routes of suspects, and
 * involved relatives.
 */
@NamedInterface("zone")
@NullMarked
package org.passerelle.protect.casework.placement.zone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
