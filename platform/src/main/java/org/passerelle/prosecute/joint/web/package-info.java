/** Pages. */
@NullMarked
package org.passerelle.prosecute.joint.web;

import org.jspecify.annotations.NullMarked;
