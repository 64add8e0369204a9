/** Pages of guardians. */
@NamedInterface("guardian-web")
@NullMarked
package org.passerelle.protect.casework.guardian.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
