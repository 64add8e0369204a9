/** Pages. */
@NullMarked
package org.passerelle.prosecute.request.web;

import org.jspecify.annotations.NullMarked;
