"""Is this file what its name says, may it enter, and is it clean?"""
