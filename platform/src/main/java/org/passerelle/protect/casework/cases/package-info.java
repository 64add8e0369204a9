/** Coordinated work for one person: the case and everything that happens in it. */
@NamedInterface("cases")
@NullMarked
package org.passerelle.protect.casework.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
