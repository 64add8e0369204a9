/**
 * Witnesses and victims whom a case file must not reveal, and the words and exhibits that would.
 */
@NamedInterface("protection")
@NullMarked
package org.passerelle.prosecute.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
