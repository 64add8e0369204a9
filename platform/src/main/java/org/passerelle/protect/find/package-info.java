/**
 * Finding: one's own cases by code, pseudonym or name, and whether somebody else in the network
 * knows a person, where encodings leave and no identifier does.
 */
@NamedInterface("find")
@NullMarked
package org.passerelle.protect.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
