/** Pages of the question whether a person is known elsewhere. */
@NullMarked
package org.passerelle.protect.identity.elsewhere.web;

import org.jspecify.annotations.NullMarked;
