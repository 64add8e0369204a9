/** Proceedings before courts: hearings, what was decided on each charge, appeals and sentences. */
@NamedInterface("proceeding")
@NullMarked
package org.passerelle.prosecute.proceeding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
