/** Pages. */
@NullMarked
package org.passerelle.prosecute.dismantling.web;

import org.jspecify.annotations.NullMarked;
