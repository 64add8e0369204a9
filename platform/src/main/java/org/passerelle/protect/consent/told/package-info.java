/**
 * What a person is told before they agree or refuse, in languages beyond those of the house. Texts
 * that nobody who grew up with the language has read say so.
 */
@NamedInterface("told")
@NullMarked
package org.passerelle.protect.consent.told;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
