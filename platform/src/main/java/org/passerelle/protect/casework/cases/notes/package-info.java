/** Notes on a case and their corrections. */
@NamedInterface("cases-notes")
@NullMarked
package org.passerelle.protect.casework.cases.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
