/**
 * Persons as the room knows them: who they are, how they are reached, by what words and sounds
 * their file is found.
 */
@NamedInterface("person")
@NullMarked
package org.passerelle.protect.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
