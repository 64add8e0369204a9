/** Persons: identity, contact, and the words and sounds by which their files are found. */
@NamedInterface("person")
@NullMarked
package org.passerelle.protect.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
