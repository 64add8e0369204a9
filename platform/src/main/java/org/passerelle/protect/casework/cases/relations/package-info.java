/** Persons around a case, and files of one person. */
@NamedInterface("cases-relations")
@NullMarked
package org.passerelle.protect.casework.cases.relations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
