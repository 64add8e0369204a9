/** What is due in a case and how serious it is, stored beside it. */
@NamedInterface("cases-due")
@NullMarked
package org.passerelle.protect.casework.cases.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
