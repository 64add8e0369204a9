/** Tasks of a case. */
@NamedInterface("cases-tasks")
@NullMarked
package org.passerelle.protect.casework.cases.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
