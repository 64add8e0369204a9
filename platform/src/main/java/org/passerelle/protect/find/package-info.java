/** Whether somebody else in the network knows a person: encodings leave, no identifier does. */
@NamedInterface("find")
@NullMarked
package org.passerelle.protect.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
