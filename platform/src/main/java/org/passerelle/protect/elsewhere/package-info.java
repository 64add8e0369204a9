/**
 * Is this person known elsewhere? Questions to organisations of this node and others by set
 * intersection: the asked side learns which of its own files was asked for, the asker what a person
 * there releases.
 */
@NamedInterface("elsewhere")
@NullMarked
package org.passerelle.protect.elsewhere;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
