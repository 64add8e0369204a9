/** Who sees what a team works on together: a diagnosis, a network and what hangs on it. */
@NamedInterface("team")
@NullMarked
package org.passerelle.understand.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
