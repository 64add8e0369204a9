/** Dismantling networks: investigations, suspects, joint investigation teams, proceedings. */
@NullMarked
package org.passerelle.prosecute;

import org.jspecify.annotations.NullMarked;
