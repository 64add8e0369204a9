/** Decisions of authorities on a case and their deadlines. */
@NamedInterface("cases-decisions")
@NullMarked
package org.passerelle.protect.casework.cases.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
