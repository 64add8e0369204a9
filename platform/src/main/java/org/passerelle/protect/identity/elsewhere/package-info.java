/**
 * Whether a person is known elsewhere: questions to organisations of this node and others by
 * private set intersection. The asked side learns which of its files was asked for; the asker
 * learns what a person there releases.
 */
@NamedInterface("elsewhere")
@NullMarked
package org.passerelle.protect.identity.elsewhere;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
