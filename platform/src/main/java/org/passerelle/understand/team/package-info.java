/** Access control by team: for a diagnosis, a network and what belongs to it. */
@NullMarked
package org.passerelle.understand.team;

import org.jspecify.annotations.NullMarked;
