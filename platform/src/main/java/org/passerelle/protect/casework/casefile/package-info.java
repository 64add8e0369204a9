/** The printed file of a case, for the team and as a copy for the person concerned. */
@NamedInterface("casefile")
@NullMarked
package org.passerelle.protect.casework.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
